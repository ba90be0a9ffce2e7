Attribute VB_Name = "Host"
Option Explicit
Option Private Module
' What only Excel itself can tell or do. Tests put a stand-in here, all else runs as it is.

Private Const ADDIN_FILE As String = "DialoguePlan.xlam"
Private Const WARNING As Long = 48
Private calculated As Long
Private Declare PtrSafe Function MessageBoxW Lib "user32" (ByVal hwnd As LongPtr, ByVal text As LongPtr, ByVal title As LongPtr, ByVal kind As Long) As Long

' A cell is being edited, or another macro has the word.
Public Function IsBusy() As Boolean
    IsBusy = Not (Application.Ready And Application.Interactive)
End Function

' The name of the file that is looked at in Protected View, "" if none is.
Public Function ProtectedFile() As String
    If Not Application.ActiveProtectedViewWindow Is Nothing Then
        ProtectedFile = Application.ActiveProtectedViewWindow.SourceName
    End If
End Function

Public Function IsAddin() As Boolean
    IsAddin = ThisWorkbook.IsAddin
End Function

Public Function AddinIsLoaded() As Boolean
    Dim book As Workbook
    On Error Resume Next
    Set book = Workbooks(ADDIN_FILE)
    AddinIsLoaded = Not book Is Nothing
End Function

' The workbook a button is for; Nothing when none is open.
Public Function Target() As Workbook
    If IsAddin() Then
        Set Target = ActiveWorkbook
    Else
        Set Target = ThisWorkbook
    End If
End Function

' MsgBox would show "?" for every Vietnamese letter.
Public Sub Tell(ByVal text As String, ByVal title As String)
    MessageBoxW Application.hwnd, StrPtr(text), StrPtr(title), WARNING
End Sub

' How Excel calculates before a job: one that is killed would leave it manual, and saved so.
Public Sub Remember()
    calculated = Application.Calculation
End Sub

' Nothing of a job that broke off stays on the screen.
Public Sub Restore()
    Application.StatusBar = False
    Application.ScreenUpdating = True
    If calculated <> 0 Then Application.Calculation = calculated
End Sub
